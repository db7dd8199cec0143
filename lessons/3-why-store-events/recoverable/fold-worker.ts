// Makes the log of the bank and folds it, beside the page.
import { serveFolds } from "../../../figures/fold-rate/serve-folds.ts";
import { bankLog } from "./bank-log.ts";

serveFolds(bankLog);
