import { StartFailure } from "../start-failure.ts";

const installCommands: Partial<Record<NodeJS.Platform, string>> = {
  linux: "sudo apt-get install -y default-jre-headless maven",
  darwin: "brew install --cask temurin && brew install maven",
  win32: "choco install -y temurin21 maven",
};

/** The one command that brings Java and Maven, for the person's own system. */
export function installCommand(platform: NodeJS.Platform): string {
  return installCommands[platform] ?? "install a Java runtime (17 or newer) and Apache Maven";
}

export function javaMissing(platform: NodeJS.Platform): StartFailure {
  return new StartFailure(
    "java-missing",
    `No Java was found, and Kafka needs Java 17 or newer and Maven. ${howTo(platform)}`,
  );
}

export function javaTooOld(found: number, path: string, platform: NodeJS.Platform): StartFailure {
  // A distribution's default may be the old version itself, so here the number is named.
  const command =
    platform === "linux" ? "sudo apt-get install -y openjdk-17-jre-headless" : installCommand(platform);
  return new StartFailure(
    "java-too-old",
    `The Java at ${path} is version ${found}, and Kafka needs 17 or newer. Install a newer one with: ${command}`,
  );
}

export function mavenMissing(platform: NodeJS.Platform): StartFailure {
  return new StartFailure(
    "maven-missing",
    `Java is installed, but Maven is not. Maven downloads Kafka once. ${howTo(platform)}`,
  );
}

function howTo(platform: NodeJS.Platform): string {
  return `Install them with: ${installCommand(platform)}`;
}
