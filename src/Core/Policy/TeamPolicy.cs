using Mailroom.Core.Mail;

namespace Mailroom.Core.Policy;

/// <summary>A team and the people above it, as the escalation ladder and the digest need them.</summary>
public sealed record TeamPolicy
{
    /// <summary>The calendar of a team that names none.</summary>
    public const string UsualCalendar = "china";

    /// <summary>The stable name, for example "payments".</summary>
    public required string Name { get; init; }

    /// <summary>The name that people read.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The language of the team's mails.</summary>
    public required ReplyLanguage Language { get; init; }

    /// <summary>The calendar by which its people work: notices that are not urgent wait for their hours.</summary>
    public string Calendar { get; init; } = UsualCalendar;

    /// <summary>The team's own list address.</summary>
    public required MailAddress Address { get; init; }

    /// <summary>The team lead.</summary>
    public required MailAddress Lead { get; init; }

    /// <summary>The manager, who also gets the digest.</summary>
    public required MailAddress Manager { get; init; }

    /// <summary>The head of support.</summary>
    public required MailAddress Head { get; init; }

    /// <summary>Who is on call.</summary>
    public required MailAddress OnCall { get; init; }
}
