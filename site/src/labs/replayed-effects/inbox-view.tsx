import { type Inbox, repeatedMails } from "../../../../engine/labs/replayed-effects/inbox.ts";
import { replayedEffectsWords as words } from "../../../../language/english/replayed-effects-lab.ts";

/** The mails in the order in which they were sent; those that repeat an earlier one are marked. */
export function InboxView({ inbox }: { inbox: Inbox }) {
  const { mails, position } = inbox;
  const repeated = repeatedMails(inbox);
  const isAgain = (order: string, n: number) => mails.findIndex((mail) => mail.order === order) < n;
  return (
    <section aria-labelledby="effects-inbox">
      <h2 id="effects-inbox">{words.inbox}</h2>
      {mails.length === 0 ? (
        <p className="lab-soft">{words.inboxEmpty}</p>
      ) : (
        <>
          <p className={repeated > 0 ? "bad" : ""}>
            <strong>{words.inboxCount(mails.length, mails.length - repeated)}</strong>{" "}
            {repeated > 0 ? words.repeated(repeated) : words.unrepeated}
          </p>
          <ol className="effects-mails">
            {mails.map(({ to, order, offset }, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: mails are only ever added at the end
              <li key={n}>
                {words.mail(to, order)} <small>{words.position(offset)}</small>{" "}
                {isAgain(order, n) && <strong className="bad">{words.again}</strong>}
              </li>
            ))}
          </ol>
        </>
      )}
      <p className="lab-soft">{words.inboxPosition(position)}</p>
      <p className="lab-soft">{words.limit}</p>
    </section>
  );
}
