// Makes the log of the shop, beside the page.
import { serveLog } from "../../../figures/fold-rate/serve-log.ts";
import { shopLog } from "./shop-log.ts";

serveLog(shopLog);
