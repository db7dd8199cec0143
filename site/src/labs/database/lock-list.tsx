import type { HeldLock } from "../../../../engine/labs/database/events.ts";
import { databaseLabWords as words } from "../../../../language/english/database-lab.ts";

/** Who holds which lock, and who waits for one. */
export function LockList({ locks }: { locks: HeldLock[] }) {
  return (
    <section className="database-locks" aria-labelledby="database-locks">
      <h3 id="database-locks">{words.locks}</h3>
      {locks.length === 0 ? (
        <p className="lab-soft">{words.noLocks}</p>
      ) : (
        <ul>
          {locks.map((lock) => (
            <li key={JSON.stringify(lock)} className={lock.granted ? "held" : "waited"}>
              <b>{lock.session}</b> {lock.granted ? words.holds : words.waitsForLock}{" "}
              {words.lockKinds[lock.kind]} {lock.on && <code>{lock.on}</code>}{" "}
              <span className="lab-soft">{lock.mode}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
