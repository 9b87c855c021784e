#!/usr/bin/env node
import "@zoom-webinar/mcp-http/dist/main.js";
