package app.parley.sandbox;

/** What the page of phones plays with; it exists only where the sandbox is switched on. */
@InSandbox
record Playroom(
        SandboxSettings settings,
        Phones phones,
        CustomerActs acts,
        Statuses statuses,
        Fates fates,
        MediaStore media,
        TemplateActs templates,
        Enclosures enclosures) {}
