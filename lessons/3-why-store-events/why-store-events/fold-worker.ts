// Makes the log of the shop and folds it, beside the page.
import { serveFolds } from "../../../figures/fold-rate/serve-folds.ts";
import { shopLog } from "./shop-log.ts";

serveFolds(shopLog);
