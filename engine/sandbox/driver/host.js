/** What the host hands the driver: `driverLimits` and `DriverHooks` in load-driver.ts. */
export let maximum, print, keep, wasFull, charge;

export function connect(limits, printLine, keepStates, askWasFull, chargeValues) {
  maximum = limits;
  print = printLine;
  keep = keepStates;
  wasFull = askWasFull;
  charge = chargeValues;
}
