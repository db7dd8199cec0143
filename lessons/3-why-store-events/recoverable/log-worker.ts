// Makes the log of the bank, beside the page.
import { serveLog } from "../../../figures/fold-rate/serve-log.ts";
import { bankLog } from "./bank-log.ts";

serveLog(bankLog);
