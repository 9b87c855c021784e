import type { AnyOperation } from "../operation/operation.ts";
import { addRegistrant } from "./registrants/add.ts";
import { approveRegistrants } from "./registrants/approve.ts";
import { listRegistrants } from "./registrants/list.ts";
import { getUser } from "./users/get.ts";
import { listUsers } from "./users/list.ts";
import { listUsersForSelection } from "./users/list-for-selection.ts";
import { selectUserOperation } from "./users/select.ts";
import { createWebinar } from "./webinars/create.ts";
import { deleteWebinar } from "./webinars/delete.ts";
import { getWebinar } from "./webinars/get.ts";
import { listWebinars } from "./webinars/list.ts";

/** Every operation, by resource and verb: types the library, nests the commands and orders the tools. */
export const operations = {
  users: { list: listUsers, get: getUser, listForSelection: listUsersForSelection, select: selectUserOperation },
  webinars: { list: listWebinars, get: getWebinar, create: createWebinar, delete: deleteWebinar },
  registrants: { list: listRegistrants, add: addRegistrant, approve: approveRegistrants },
} as const satisfies Record<string, Record<string, AnyOperation>>;
