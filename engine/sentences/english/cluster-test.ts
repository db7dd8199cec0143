/** What the test of a cluster finds at each step, and what to change. */
export const clusterTestSentences = {
  "test-address-wrong": ({ address }: { address: string }) =>
    `${address} is not an address of the form host:port. Write it as in bootstrap.servers, for example localhost:9092.`,
  "test-address-refused": ({ address }: { address: string }) =>
    `This server may not test ${address}. Without a setting it tests only the brokers that it uses itself.`,
  "test-address-refused-advice":
    "The operator names further clusters in TEST_CLUSTER_HOSTS. On your own machine, start the course with TEST_CLUSTER_HOSTS=host:port.",
  "test-address-allowed": ({ address }: { address: string }) => `This server may test ${address}.`,

  "test-dns-number": "The address is a number already: no name has to be looked up.",
  "test-dns-found": ({ host, addresses }: { host: string; addresses: string }) => `${host} is ${addresses}.`,
  "test-dns-unknown": ({ host }: { host: string }) =>
    `No machine is known by the name ${host}. Check the spelling. A name that exists only inside Docker or a private network is unknown outside of it.`,
  "test-dns-late": ({ host }: { host: string }) =>
    `The name ${host} was not resolved within 3 seconds. Check the network of this server.`,
  "test-dns-inside": ({ host }: { host: string }) =>
    `${host} leads to an address of this machine or of a private network, so this server does not connect. If that is right, the operator names exactly this host in TEST_CLUSTER_HOSTS.`,

  "test-tcp-connected": ({ address }: { address: string }) => `A server accepts connections at ${address}.`,
  "test-tcp-refused": ({ address }: { address: string }) =>
    `No server listens at ${address}. Check the port, and that the broker runs.`,
  "test-tcp-late": ({ address }: { address: string }) =>
    `Nothing answered at ${address} within 3 seconds. Usually a firewall is in between, or the broker is in another network.`,
  "test-tcp-failed": ({ address, why }: { address: string; why: string }) =>
    `The connection to ${address} failed (${why}).`,

  "test-tls-off": "You did not ask for TLS.",
  "test-tls-works": ({ protocol, names, until }: { protocol: string; names: string; until: string }) =>
    `The connection is encrypted (${protocol}). The certificate is for ${names} and valid until ${until}.`,
  "test-tls-not-spoken":
    "The server does not speak TLS at this port. Use security.protocol=PLAINTEXT or SASL_PLAINTEXT, or the port of its TLS listener.",
  "test-tls-ca":
    "The certificate is signed by an authority that is not known here. Give the certificate of that authority (PEM) as the CA: ssl.ca in KafkaJS, ssl.truststore.certificates in Java.",
  "test-tls-ca-wrong":
    "The certificate is not signed by the CA that you gave. Take the certificate of the authority that signed the brokers' certificates, not a broker's own.",
  "test-tls-ca-unreadable":
    "The CA that you gave is no certificate in PEM form. It begins with -----BEGIN CERTIFICATE-----.",
  "test-tls-name": ({ host, names }: { host: string; names: string }) =>
    `The certificate is for ${names}, and not for ${host}. Connect by a name of the certificate, or let the operator add this one.`,
  "test-tls-expired": "The certificate has expired. The operator of the cluster has to renew it.",
  "test-tls-late": "The TLS handshake did not end within 5 seconds.",
  "test-tls-failed": ({ why }: { why: string }) => `The TLS handshake failed (${why}).`,

  "test-login-none": "The broker talks to clients without a login.",
  "test-login-works": ({ username, mechanism }: { username: string; mechanism: string }) =>
    `The broker knows ${username} (${mechanism}).`,
  "test-login-needs-tls":
    "The broker speaks TLS at this port, and you did not ask for TLS. Use security.protocol=SASL_SSL (or SSL): in KafkaJS, set ssl.",
  "test-login-expected":
    "The broker closed the connection: it asks for a login. Give a user name and a password, with security.protocol=SASL_SSL or SASL_PLAINTEXT.",
  "test-login-not-expected":
    "The broker asks for no login at this port. Leave user name and password out, or use the port of its SASL listener.",
  "test-login-wrong":
    "The user name or the password is wrong. At Confluent Cloud, both are an API key of this very cluster, and its secret.",
  "test-login-mechanism": ({ mechanism, offered }: { mechanism: string; offered: string }) =>
    `The broker does not offer ${mechanism}. It offers ${offered}: set sasl.mechanism to one of these.`,
  "test-login-late": "The broker did not answer within 5 seconds.",
  "test-login-no-kafka":
    "The server at this port does not answer as a Kafka broker. Check the port: 9092 is usual, and 9093 is often the controller's.",
  "test-login-failed": ({ why }: { why: string }) => `The broker refused the connection (${why}).`,

  "test-brokers": ({ count, addresses }: { count: number; addresses: string }) =>
    `The cluster has ${count === 1 ? "one broker" : `${count} brokers`}, and names ${count === 1 ? "it" : "them"} ${addresses}. This server reaches ${count === 1 ? "it" : "all of them"}.`,
  "test-brokers-unreached": ({ address, why }: { address: string; why: string }) =>
    `The cluster tells clients to come to ${address}, which this server cannot reach (${why}). A client uses these addresses after its first question, so reads and writes would fail. The operator has to set advertised.listeners to names that clients can reach.`,
  "test-brokers-refused": ({ address }: { address: string }) =>
    `The cluster tells clients to come to ${address}. This server may not test that address; a client of yours must be able to reach it.`,

  "test-topic-none": "You named no topic.",
  "test-topic-allowed": ({ topic, rights }: { topic: string; rights: string }) =>
    `You may ${rights} ${topic}.`,
  "test-topic-lacking": ({ topic, rights, acl }: { topic: string; rights: string; acl: string }) =>
    `You may not ${rights} ${topic}. The operator allows it with: kafka-acls --add --allow-principal User:<you> ${acl}`,
  "test-topic-absent": ({ topic }: { topic: string }) =>
    `There is no topic ${topic}. Create it, or check the spelling: capital letters count.`,
  "test-topic-denied": ({ topic }: { topic: string }) =>
    `You may not even see the topic ${topic}. KafkaJS says "Not authorized to access topics". The operator allows it with: kafka-acls --add --allow-principal User:<you> --operation Read --operation Describe --topic ${topic}`,
  "test-topic-failed": ({ topic, why }: { topic: string; why: string }) =>
    `The broker said ${why} of the topic ${topic}.`,

  "test-group-none": "You named no consumer group.",
  "test-group-allowed": ({ group }: { group: string }) => `You may see the consumer group ${group}.`,
  "test-group-denied": ({ group }: { group: string }) =>
    `You may not use the consumer group ${group}. KafkaJS says "Failed to find group coordinator", which hides the reason. The operator allows it with: kafka-acls --add --allow-principal User:<you> --operation Read --group ${group}`,
  "test-group-failed": ({ group, why }: { group: string; why: string }) =>
    `The broker said ${why} of the consumer group ${group}.`,

  "test-settings-none": "Without a topic there are no settings to look at.",
  "test-settings-denied": ({ topic }: { topic: string }) =>
    `You may not read the settings of ${topic}. Reading and writing needs no such right. The operator allows it with --operation DescribeConfigs.`,
  "test-settings-failed": ({ why }: { why: string }) => `The broker said ${why}.`,
};
