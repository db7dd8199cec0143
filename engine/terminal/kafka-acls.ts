import type { Acl } from "./cluster-interface.ts";
import { CommandError } from "./command-error.ts";
import { bootstrapServer, type Call, type Command, kafkaVersion, versionFlag } from "./tool-interface.ts";
import { warnUnknownServer } from "./warn-unknown-server.ts";

const onlyLists =
  "Here kafka-acls only lists. Who may do what at the course's Kafka is for its operator to say.";

const patternTypes = ["literal", "prefixed", "any", "match"];

export const kafkaAcls: Command = {
  name: "kafka-acls",
  version: kafkaVersion,
  summary: "Lists who may do what with the topics that you can read.",
  examples: ["kafka-acls --list", "kafka-acls --list --topic course.carts"],
  flags: [
    bootstrapServer,
    versionFlag,
    { name: "--list", help: "Lists the ACLs." },
    {
      name: "--topic",
      takes: "topic",
      many: true,
      offers: "topics",
      help: "Those of a topic. Can be repeated.",
    },
    {
      name: "--resource-pattern-type",
      takes: "type",
      offers: patternTypes,
      help: "With --topic: literal (the usual), prefixed, any, or match for all that apply to the topic.",
    },
    { name: "--principal", takes: "principal", many: true, help: "Those of a user, such as User:alice." },
  ],
  refusedFlags: { "--add": onlyLists, "--remove": onlyLists },
  async run(call) {
    const { cluster, flags, screen } = call;
    await warnUnknownServer(call, flags.value("--bootstrap-server"));
    if (!flags.has("--list")) {
      throw new CommandError(`Command must include exactly one action: --list. ${onlyLists}`);
    }
    const all = await cluster.acls();
    if (all === null) {
      throw new CommandError(
        "Error while executing ACL command: org.apache.kafka.common.errors.SecurityDisabledException: No Authorizer is configured on the broker",
      );
    }
    const topics = flags.all("--topic");
    const patternType = (flags.value("--resource-pattern-type") ?? "literal").toLowerCase();
    if (!patternTypes.includes(patternType)) {
      throw new CommandError(
        `--resource-pattern-type is one of ${patternTypes.join(", ")}, and not ${patternType}.`,
      );
    }
    const principals = flags.all("--principal");
    for (const principal of principals.length > 0 ? principals : [null]) {
      if (principal !== null) screen.print(`ACLs for principal \`${principal}\``);
      const wanted = all.filter(
        (acl) =>
          (topics.length === 0 || topics.some((topic) => fits(acl, topic, patternType))) &&
          (principal === null || acl.principal === principal),
      );
      printByResource(screen, wanted);
    }
  },
};

/** Whether an ACL is one of those that `--topic` asks for. */
function fits({ name, patternType }: Acl, topic: string, wanted: string): boolean {
  if (wanted === "match")
    return patternType === "PREFIXED" ? topic.startsWith(name) : name === topic || name === "*";
  return name === topic && (wanted === "any" || patternType === wanted.toUpperCase());
}

function printByResource(screen: Call["screen"], acls: Acl[]): void {
  const resources = Map.groupBy(
    acls,
    ({ resourceType, name, patternType }) =>
      `ResourcePattern(resourceType=${resourceType}, name=${name}, patternType=${patternType})`,
  );
  for (const [resource, entries] of resources) {
    screen.print(`Current ACLs for resource \`${resource}\`:`);
    const lines = entries.map(
      ({ principal, host, operation, permissionType }) =>
        `(principal=${principal}, host=${host}, operation=${operation}, permissionType=${permissionType})`,
    );
    for (const line of lines) screen.print(`\t${line}`);
    screen.print("");
  }
}
