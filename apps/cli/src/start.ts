#!/usr/bin/env node
import { join } from "node:path";
import { userFolders } from "@zoom-webinar/auth";
import { startProgram } from "@zoom-webinar/foundation/program";

declare const __APP_VERSION__: string;

startProgram({ entry: join(__dirname, "app.js"), cacheFolder: () => userFolders().cache, version: __APP_VERSION__ });
