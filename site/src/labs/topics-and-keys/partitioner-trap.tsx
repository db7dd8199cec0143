import type { TopicLog } from "../../../../engine/labs/topics/topic-logs.ts";
import { keyLoads } from "../../../../engine/labs/topics-and-keys/loads.ts";
import { partitionFor } from "../../../../engine/labs/topics-and-keys/partitioners.ts";
import { topicsAndKeysWords as words } from "../../../../language/english/topics-and-keys-lab.ts";

const shown = 8;

/** The same keys, with Kafka's own partitioner and with kcat's. */
export function PartitionerTrap({ logs }: { logs: TopicLog[] }) {
  const [log] = logs;
  if (!log) return null;
  const partitions = log.starts.length;
  const keys = keyLoads(log)
    .slice(0, shown)
    .map(({ name }) => ({
      name,
      own: partitionFor("murmur2", name, partitions),
      kcat: partitionFor("consistent_random", name, partitions),
    }));
  const differ = keys.filter(({ own, kcat }) => own !== kcat).length;
  return (
    <section aria-labelledby="keys-trap">
      <h2 id="keys-trap">{words.trap}</h2>
      <p className="lab-lead">{words.trapLead}</p>
      <p>{words.trapCount(differ, keys.length)}</p>
      <table className="keys-outcomes">
        <thead>
          <tr>
            <th scope="col">{words.key}</th>
            <th scope="col">{words.trapOwn}</th>
            <th scope="col">{words.trapKcat}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {keys.map(({ name, own, kcat }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td className="number">{own}</td>
              <td className="number">{kcat}</td>
              <td className="bad">{own !== kcat && words.differs}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{words.trapTry}</p>
      <pre className="keys-line">{`kcat -P -t ${log.topic} -K :`}</pre>
      <p>{words.trapFix}</p>
      <pre className="keys-line">{`kcat -P -t ${log.topic} -K : -X topic.partitioner=murmur2_random`}</pre>
    </section>
  );
}
