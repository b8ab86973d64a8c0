using System.Collections.Concurrent;
using Mailroom.Core.Effects;
using Mailroom.Core.Failures;
using Mailroom.Pipeline.Adapters.Mail;

namespace Mailroom.Support.Fakes;

/// <summary>A sender that keeps what it is given, or refuses it as told: for failures that no real server makes on demand.</summary>
public sealed class ListSender : IMailSender
{
    /// <summary>What it says when it refuses.</summary>
    public const string Refusal = "It was told to fail.";

    private readonly ConcurrentQueue<OutgoingMail> _sent = new();

    /// <summary>How the next mails fail; null when they do not.</summary>
    public FailureKind? Failure { get; set; }

    /// <inheritdoc/>
    public bool IsRepeatable { get; set; }

    /// <summary>What went out, oldest first.</summary>
    public IReadOnlyList<OutgoingMail> Sent => [.. _sent];

    /// <inheritdoc/>
    public Task SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        if (Failure is { } kind)
        {
            throw new MailSendException(kind, Refusal);
        }

        _sent.Enqueue(mail);
        return Task.CompletedTask;
    }
}
