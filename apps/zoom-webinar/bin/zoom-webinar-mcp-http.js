#!/usr/bin/env node
require("@zoom-webinar/mcp-http/dist/main.js");
