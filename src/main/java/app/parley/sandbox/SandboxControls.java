package app.parley.sandbox;

/** What the page of phones plays with; it exists only where the sandbox is switched on. */
@SandboxComponent
record SandboxControls(
        SandboxSettings settings,
        Phones phones,
        CustomerActions actions,
        Statuses statuses,
        SimulatedOutcomes outcomes,
        SandboxMediaStore media,
        TemplateActions templates,
        PhoneAttachments attachments) {}
