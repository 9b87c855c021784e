#!/usr/bin/env node
import "@zoom-webinar/cli/dist/main.js";
