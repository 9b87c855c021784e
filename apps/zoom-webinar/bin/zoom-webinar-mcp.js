#!/usr/bin/env node
import "@zoom-webinar/mcp-stdio/dist/main.js";
