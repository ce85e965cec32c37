import { defineEntity, p } from "@mikro-orm/core";
import { Staff } from "../staff/staff.entity.ts";
import type { StoredFilter } from "./domain/stored-filter.ts";

/** A name for an address of the queue. The filter is what the address asks, kept beside it for counting. */
export const SavedViewSchema = defineEntity({
  name: "SavedView",
  tableName: "saved_view",
  uniques: [{ properties: ["owner", "name"] }],
  properties: {
    id: p.uuid().primary(),
    owner: () => p.manyToOne(Staff),
    name: p.text(),
    address: p.text(),
    filter: p.json().$type<StoredFilter>(),
    shared: p.boolean(),
    /** What its key was used for. */
    inputHash: p.text().default(""),
    createdAt: p.datetime(3),
  },
});

export class SavedView extends SavedViewSchema.class {}
SavedViewSchema.setClass(SavedView);

/** In which order somebody has the views, and on which one their queue opens. */
export const ViewOrderSchema = defineEntity({
  name: "ViewOrder",
  tableName: "view_order",
  properties: {
    staff: () => p.manyToOne(Staff).primary(),
    home: p.text().nullable(),
    places: p.array(),
  },
});

export class ViewOrder extends ViewOrderSchema.class {}
ViewOrderSchema.setClass(ViewOrder);
