interface NumberChoiceProps {
  label: string;
  value: number;
  choices: readonly number[];
  show(value: number): string;
  choose(value: number): void;
}

/** A setting of a topic with the values that make sense in the lab. */
export function NumberChoice({ label, value, choices, show, choose }: NumberChoiceProps) {
  return (
    <label>
      <code>{label}</code>
      <select value={value} onChange={(event) => choose(Number(event.currentTarget.value))}>
        {choices.map((each) => (
          <option key={each} value={each}>
            {show(each)}
          </option>
        ))}
      </select>
    </label>
  );
}
