import type { Acl } from "./cluster-interface.ts";
import { CommandError } from "./command-error.ts";
import { bootstrapServer, type Call, type Command, kafkaVersion, versionFlag } from "./tool-interface.ts";
import { warnUnknownServer } from "./warn-unknown-server.ts";

const onlyLists =
  "Here kafka-acls only lists. Who may do what at the course's Kafka is for its operator to say.";

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
    const principals = flags.all("--principal");
    for (const principal of principals.length > 0 ? principals : [null]) {
      if (principal !== null) screen.print(`ACLs for principal \`${principal}\``);
      const wanted = all.filter(
        (acl) =>
          (topics.length === 0 || (acl.resourceType === "TOPIC" && topics.includes(acl.name))) &&
          (principal === null || acl.principal === principal),
      );
      printByResource(screen, wanted);
    }
  },
};

function printByResource(screen: Call["screen"], acls: Acl[]): void {
  const resources = Map.groupBy(
    acls,
    ({ resourceType, name, patternType }) =>
      `ResourcePattern(resourceType=${resourceType}, name=${name}, patternType=${patternType})`,
  );
  for (const [resource, entries] of resources) {
    screen.print(`Current ACLs for resource \`${resource}\`: `);
    const lines = entries.map(
      ({ principal, host, operation, permissionType }) =>
        `(principal=${principal}, host=${host}, operation=${operation}, permissionType=${permissionType})`,
    );
    screen.print(` \t${lines.join("\n\t")} `);
    screen.print("");
  }
}
