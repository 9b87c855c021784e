#!/usr/bin/env node
require("@zoom-webinar/mcp-stdio/dist/main.js");
