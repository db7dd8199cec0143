/** What to do after an error that the learner's code threw. */
const afterErrors = {
  "push-changes-list": "`push` changes the list itself: return a new list, `[...list, item]`.",
  "unshift-changes-list": "`unshift` changes the list itself: return a new list, `[item, ...list]`.",
  "pop-changes-list":
    "`pop` and `shift` change the list itself: `slice` gives a new list without the last or first item.",
  "splice-changes-list": "`splice` changes the list itself: `toSpliced` and `filter` give a new list.",
  "sort-changes-list":
    "`sort` and `reverse` change the list itself: `toSorted` and `toReversed` give a new list.",
  "assign-changes-object":
    "`Object.assign` changes its first object: return `{ ...state, name: value }` instead.",
  "copy-without-property":
    "To remove a property, return a copy without it: `const { [name]: gone, ...rest } = lines`.",
  frozen:
    "Events and states are frozen: return a new object, `{ ...state, name: value }`, instead of changing the one you were given.",
  "no-list-to-loop-over":
    "There is no list to loop over at this record: use an empty list as the default, `?? []`.",
  "value-missing":
    "At this record your code reads a property of a value that is missing. Look at the record, and at the state before it.",
  "object-missing":
    "At this record your code reads properties of something that is no object. Look at the record, and at the state before it.",
  "default-object": "There is no object there at this record: use an empty object as the default, `?? {}`.",
  "not-iterable":
    "Only a list works with for…of or with `...` in a list: for an object, use `Object.entries`.",
  "not-a-method":
    "Is the name spelled right, and does the value before the dot have this method? Lists have `map` and `filter`, objects do not.",
  "reduce-of-nothing":
    "The list is empty at this record: give `reduce` an initial value as its second argument.",
  "no-timers": "There are no timers here: a fold depends on the records only.",
  sandboxed:
    "Your code runs in a sandbox: no network, no timers, no DOM. Take what you need from the record.",
  "write-export": "Write `export` before each function instead.",
  "no-random-ids": "There are no random ids here: take an id from the record, such as `event.metadata.id`.",
  "copy-what-changes": "Copy what changes with `{ ...state }`; what stays the same can be shared.",
  "is-it-declared": "Is it declared, and spelled the same everywhere?",
  "used-before-declared":
    "It is used before its `let` or `const` has run: move the declaration above the first use.",
  "string-grows": "Is a string growing without end?",
  "number-grows": "Is a number growing without end?",
  "not-json": "That string is not JSON. An event is already parsed: take its values from `event.data`.",
  "bigint-does-not-mix":
    "A BigInt such as 1n does not mix with numbers and cannot be kept in a state: write plain numbers.",
  "value-contains-itself": "A value there contains itself: keep the id of the other value instead.",
  "not-a-date": "That is not a valid date: the record's time is in `event.metadata.occurredAt`.",
  "refuse-with-rejected": "To refuse a command, return `{ rejected: reason }`.",
  "const-assigned": ({ name }: { name: string }) =>
    `\`${name}\` is a const: declare it with let, or give the new value another name.`,
  "item-missing": ({ owner, nothing }: { owner: string; nothing: string }) =>
    `\`${owner}\` is ${nothing} at this record: give it a default, \`${owner} ?? …\`.`,
  "owner-missing": ({ owner, nothing }: { owner: string; nothing: string }) =>
    `\`${owner}\` is ${nothing} at this record: is it spelled as in the shapes of the events, and as in the state before?`,
  "type-used-as-value": ({ name }: { name: string }) =>
    `\`${name}\` is a type, and types do not exist when your code runs: use a value here.`,
  "class-exported": ({ called }: { called: string }) =>
    `Export a function here, not a class: \`export function ${called}\`.`,
  "evolve-cannot-refuse":
    "The record is already in the log, so `evolve` cannot refuse it: return the state after it.",
  "project-cannot-refuse":
    "The record is already in the log, so `project` cannot refuse it: return the view after it.",
};

/** What to do about a value that cannot be kept. */
const forInvalidValues = {
  "undefined-in-state":
    "If there is no value, leave the name out or use null. If there should be one, look at what the code reads for it: a misspelt name or an entry that is not there gives undefined.",
  "nan-in-state": "Was a value missing in a sum? Give it a default, `?? 0`.",
  "divided-by-zero": "Was something divided by 0?",
  "object-instead-of-map": "Use a plain object, such as `{ hat: 1 }`.",
  "list-instead-of-set": "Use a list, or a plain object with true for each.",
  "date-as-string": "Keep the date as a string, like `event.metadata.occurredAt`.",
  "plain-object": "Keep a plain object with the same names, such as `{ ...item }`.",
  "function-in-state": "A state holds only data: keep the function outside the state.",
  "plain-number": "Write a plain number, without the n.",
  "string-instead-of-symbol": "Use a string.",
  "value-instead-of-getter": "Write the value itself.",
  "id-instead-of-cycle": "Keep the id of the other value instead.",
  "name-beside-list": "A list keeps only its items: put the name into an object that holds the list.",
  "hole-in-list": "Give every index of the list a value, or null.",
  "flat-object": "Keep the parts in one flat object, each under its id.",
  "keep-less": "Keep only what later records need.",
  "what-a-state-holds": "A state can hold plain objects, lists, strings, numbers, true, false and null.",
  "braces-start-a-block": "Put parentheses around the object: `=> ({ … })`. Braces alone start a block.",
  "return-alone": "A `return` is alone on its line: its value must start on the same line.",
  "return-missing-in-branch": "Is a return missing in the branch for this record?",
  "return-missing": "Is a return missing?",
};

/** What a learner can do next, after the sentence that says what went wrong. */
export const adviceSentences = { ...afterErrors, ...forInvalidValues };
