/** Why a part could not be started, in one sentence for the person at the terminal. */
export class StartFailure extends Error {
  readonly code: StartFailureCode;

  constructor(code: StartFailureCode, sentence: string) {
    super(sentence);
    this.name = "StartFailure";
    this.code = code;
  }
}

export type StartFailureCode =
  | "java-missing"
  | "java-too-old"
  | "keytool-missing"
  | "maven-missing"
  | "maven-failed"
  | "port-taken"
  | "disk-full"
  | "folder-in-use"
  | "container-failed"
  | "broker-failed"
  | "postgres-missing"
  | "postgres-failed"
  | "connect-failed"
  | "data-damaged"
  | "folder-unusable"
  | "site-mismatch"
  | "settings-wrong";
