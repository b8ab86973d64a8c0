using Mailroom.Core.Intake.Mailboxes;
using Mailroom.Core.Policy;
using Mailroom.Functions.Texts;
using Mailroom.Pipeline.Operations;

namespace Mailroom.Functions.Api.Shapes;

/// <summary>How it goes with a mailbox.</summary>
internal sealed record MailboxShape(
    string Name, string Folder, MailboxHealth Health, DateTimeOffset? LookedAt, int Waiting, int NotGiven, MailboxTroubleShape? Trouble)
{
    internal static MailboxShape Of(MailboxReport report) => new(
        report.Name,
        report.Folder,
        report.Health,
        report.State.LookedAt,
        report.State.Waiting,
        report.State.Troubled.Count,
        report.State.Trouble is { } trouble ? MailboxTroubleShape.Of(trouble) : null);
}

/// <summary>Why a mailbox cannot be read: in our words, and in the server's.</summary>
internal sealed record MailboxTroubleShape(
    MailboxTroubleKind Kind, LocalizedText Text, string Said, DateTimeOffset Since, int Failures, DateTimeOffset NextAttempt)
{
    internal static MailboxTroubleShape Of(MailboxTrouble trouble) =>
        new(trouble.Kind, Names.Of(trouble.Kind), trouble.Error, trouble.Since, trouble.Failures, trouble.NotBefore);
}

/// <summary>All mailboxes; none where none is polled.</summary>
internal sealed record MailboxListShape(IReadOnlyList<MailboxShape> Mailboxes);
