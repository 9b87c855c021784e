// One process of many: `node token-caller.mjs CALLS` makes so many calls side by side, with the file store and addresses of its environment.

import { fileStore } from "@zoom-webinar/foundation";
import { connect } from "@zoom-webinar/webinar-core";
import { DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";

const zoom = await connect({ credentials: DEMO_CREDENTIALS, store: fileStore({ folder: process.env.STATE_FOLDER }), pace: false });
await Promise.all(Array.from({ length: Number(process.argv[2]) }, () => zoom.users.list({})));
await zoom.close();
