namespace Mailroom.Core.Mail;

/// <summary>The outcome of reading raw bytes as a mail: a letter, or a reason why there is none.</summary>
public abstract record ReadMail
{
    private ReadMail()
    {
    }

    /// <summary>The mail could be read, or at least its header; <see cref="Letter.Unread"/> says which.</summary>
    public sealed record Readable(Letter Letter) : ReadMail;

    /// <summary>The bytes are no mail that anyone could answer.</summary>
    /// <param name="Sha256">SHA-256 of the raw bytes.</param>
    /// <param name="Reason">One sentence for the ledger.</param>
    public sealed record Unreadable(string Sha256, string Reason) : ReadMail;
}
