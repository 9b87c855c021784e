#!/usr/bin/env node
require("@zoom-webinar/cli/dist/main.js");
