/** A seed file that explains each field, as `zoom-webinar emulator init` writes it. */
export const SEED_EXAMPLE = `# The world of the emulator for Zoom.
#   zoom-webinar emulator --seed zoom-emulator.yaml        serves it on port 4646
#   createEmulator(await readSeedFile("zoom-emulator.yaml"))   in a JavaScript test
# Everything but "version" may be left out.
version: 1

# What time it is when the emulator starts. Without it, the machine's time.
now: 2032-03-01T09:00:00Z

# The same id_seed gives the same ids and links each time.
id_seed: example

# Add to a world that the emulator makes itself: demo, empty, conference-series, rejoins or large.
# Without it, the account holds only what stands here.
# base: demo

# free, pro or business: decides the rate limits. rate_limits: false switches them off.
plan: business
rate_limits: true

# True answers 400 to whatever does not fit Zoom's document, and names each fault.
# validate: true

# What nobody outside Zoom knows, decided: the README of the emulator lists all switches.
switches:
  duplicateRegistrant: same

# Only these apps get tokens. Without apps, any id and secret does.
# apps:
#   - { account_id: my-account, client_id: my-client, client_secret: my-secret }

# What the app may do. Without scopes, everything.
# scopes: [webinar:read:webinar:admin, webinar:read:list_webinars:admin]

# The people of the account; the first one owns it.
users:
  - email: mira@example.com
    first_name: Mira
    last_name: Example
    timezone: Europe/Berlin
  - email: otto@example.com
    first_name: Otto
    last_name: Example
    # no licence and no webinar add-on: Zoom refuses to let this person hold webinars
    licensed: false
    webinar_add_on: false
    # features_off: [polls]

# Tokens that are good from the start, for ZOOM_ACCESS_TOKEN and for tests of what a token may not do.
tokens:
  # acts for the whole account, with every scope
  token-of-the-account: {}
  # acts for one person, and may only read webinars
  token-that-reads: { user: mira@example.com, scopes: [webinar:read:webinar, webinar:read:list_webinars] }
  # Zoom answers that it has expired
  token-that-expired: { expired: true }

webinars:
  # One that is ahead, with people who wait for approval.
  - id: 95312345678
    topic: Product tour
    agenda: What changed, what comes next, and your questions.
    host: mira@example.com
    # an instant, or a distance from now: "+7d", "-2h", "+7d 15:00" (UTC)
    starts: +7d 15:00
    duration: 60
    # automatic, manual, or none for a webinar without registration
    registration: manual
    registrants:
      - { email: ada@example.com, first_name: Ada, last_name: Sample, status: pending }
      - { email: bert@example.com, first_name: Bert, last_name: Sample, status: approved }
    panelists:
      - { name: Grace Example, email: grace@example.com }
  # One that was held, with who came and when, in minutes after the start.
  - id: 95312345679
    topic: Getting started
    starts: -10d 16:00
    duration: 45
    registrants:
      - { email: ada@example.com, first_name: Ada, last_name: Sample }
      - { email: cleo@example.com, first_name: Cleo, last_name: Sample }
    held:
      minutes: 47
      attendees:
        - { email: ada@example.com, from: 1, to: 20 }
        - { email: ada@example.com, from: 24, to: 47 }
        - { name: Visitor, from: 5, to: 12 }
  # A series: three dates, a week apart.
  - topic: Office hour
    starts: +2d 10:00
    duration: 30
    weeks: 3
`;
