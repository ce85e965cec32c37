import type { Browser } from "playwright-core";
import { launchBrowser } from "./launch-browser.ts";

let running: Promise<Browser> | undefined;

/**
 * One browser for all the stories of a worker, each in contexts of its own, which share nothing: to start one takes as long as
 * many a story. It ends with the worker.
 */
export async function sharedBrowser(): Promise<Browser> {
  if (running === undefined || !(await running).isConnected()) running = launchBrowser();
  return running;
}
