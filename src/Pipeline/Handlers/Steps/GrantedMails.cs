using Mailroom.Core.Policy;
using Mailroom.Core.Replies;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>The mails that this instance has granted of late, and which of them are still to be written down.</summary>
internal sealed class GrantedMails
{
    /// <summary>How long a mail counts.</summary>
    public static readonly TimeSpan Memory = BudgetPolicy.LongestForMany;

    // Far above every sensible budget: a breaker is open long before.
    private const int Most = 100_000;

    private readonly Lock _lock = new();
    private readonly Queue<CountedMail> _mails = [];
    private readonly Queue<(string Sha256, CountedMail Mail)> _samples = [];

    /// <summary>Those that count, oldest first.</summary>
    public IReadOnlyList<CountedMail> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _mails];
            }
        }
    }

    /// <summary>Adds a mail.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="sampledAs">Its SHA-256 when it is to be written down; else null.</param>
    public void Add(CountedMail mail, string? sampledAs)
    {
        lock (_lock)
        {
            _mails.Enqueue(mail);
            while (_mails.Count > Most || (mail.At - _mails.Peek().At).Duration() > Memory)
            {
                _mails.Dequeue();
            }

            if (sampledAs is not null)
            {
                _samples.Enqueue((sampledAs, mail));
            }
        }
    }

    /// <summary>The next mail to write down; null when none waits.</summary>
    public (string Sha256, CountedMail Mail)? TakeSample()
    {
        lock (_lock)
        {
            return _samples.TryDequeue(out var sample) ? sample : null;
        }
    }
}
