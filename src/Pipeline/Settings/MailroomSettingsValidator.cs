using Microsoft.Extensions.Options;

namespace Mailroom.Pipeline.Settings;

/// <summary>Checks what the attributes of <see cref="MailroomSettings"/> say; the code is generated.</summary>
[OptionsValidator]
public sealed partial class MailroomSettingsValidator : IValidateOptions<MailroomSettings>;
