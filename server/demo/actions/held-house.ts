import type { Db } from "../../platform/database/database.ts";
import type { Jobs } from "../../platform/jobs.ts";
import type { WallClock } from "../../platform/wall-clock.ts";
import type { House } from "../../request-context.ts";

/**
 * The house as an action sees it when all of its work belongs to one transaction of ours: what it begins is part of that,
 * and is there when that commits: a case then has lived all of its life or nothing of it.
 */
export function heldHouse(house: House, trx: Db): House {
  const db = new Proxy(trx, {
    get(target, name) {
      if (name === "transaction") return () => ({ execute: (work: (db: Db) => Promise<unknown>) => work(target) });
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { ...house, db, jobs: noJobs };
}

/** What the past asked for has been done in the past; what is still to do is found by the sweeps, as after a lost job. */
const noJobs: Jobs = { enqueue: () => Promise.resolve(), enqueueAll: () => Promise.resolve() };

/** A clock that stands where it is put. */
export class PastClock implements WallClock {
  private at: Date;

  constructor(at: Date) {
    this.at = at;
  }

  now(): Date {
    return this.at;
  }

  forward(milliseconds: number): void {
    this.at = new Date(this.at.getTime() + milliseconds);
  }
}
