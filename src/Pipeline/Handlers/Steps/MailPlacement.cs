using Mailroom.Core.Intake;
using Mailroom.Core.Mail;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>Claims a mail's Message-ID together with the decision about it.</summary>
public sealed class MailPlacement(MailIndexStore index, HouseRules house)
{
    /// <summary>The place of a mail whose Message-ID nobody has, as far as is known without looking.</summary>
    public static MailPlace Free(Letter letter) => new(letter.ThreadId, null, null);

    /// <summary>Looks who has the Message-ID: nobody, this mail from an earlier delivery, another copy of it, or another mail.</summary>
    public async Task<MailPlace> FindAsync(Letter letter, CancellationToken cancellation)
    {
        var claim = await index.FindAsync(letter.ThreadId, cancellation);
        if (claim is null || claim.Sha256 == letter.Sha256)
        {
            return new MailPlace(letter.ThreadId, claim, null);
        }

        if (claim.Sender == Sender(letter) && (claim.Print.Length == 0 || claim.Print == LetterPrint.Of(letter)))
        {
            return new MailPlace(letter.ThreadId, null, claim);
        }

        var second = await index.FindAsync(SecondKey(letter), cancellation);
        return second is null || second.Sha256 == letter.Sha256
            ? new MailPlace(SecondKey(letter), second, claim)
            : new MailPlace(SecondKey(letter), null, second);
    }

    /// <summary>Claims for a decision that needs a ticket; null when another mail was faster.</summary>
    public async Task<MailClaim?> ClaimAsync(Letter letter, IntakeDecision decision, MailPlace place, CancellationToken cancellation)
    {
        var ticket = decision switch
        {
            IntakeDecision.Join join => join.Ticket,
            IntakeDecision.Note note => note.Ticket,
            _ => TicketNumber.Derive(house.Key, letter.Sha256, 0),
        };
        var claim = new MailClaim(ticket, letter.Sha256, Sender(letter), LetterPrint.Of(letter), decision);
        if (await index.ClaimAsync(place.Key, claim, cancellation))
        {
            return claim;
        }

        // Our own insert whose answer was lost, or a second worker with the same message.
        return await index.FindAsync(place.Key, cancellation) is { } found && found.Sha256 == letter.Sha256 ? found : null;
    }

    /// <summary>Gives a mail that had joined a ticket its own: mails that answer it go there from now on.</summary>
    public async Task<MailClaim> GiveOwnAsync(MailPlace place, MailClaim claim, IntakeDecision.Open decision, CancellationToken cancellation)
    {
        var own = claim with { Ticket = TicketNumber.Derive(house.Key, claim.Sha256, 0), Decision = decision };
        await index.MoveAsync(place.Key, own, cancellation);
        return own;
    }

    /// <summary>Moves the claim to the next number, when the one before belongs to another mail's ticket.</summary>
    public async Task<MailClaim> TakeNextNumberAsync(MailPlace place, MailClaim claim, CancellationToken cancellation)
    {
        var attempt = 0;
        while (TicketNumber.Derive(house.Key, claim.Sha256, attempt) != claim.Ticket)
        {
            attempt++;
        }

        var next = claim with { Ticket = TicketNumber.Derive(house.Key, claim.Sha256, attempt + 1) };
        await index.MoveAsync(place.Key, next, cancellation);
        return next;
    }

    // Another mail with somebody's Message-ID gets a place of its own, which nobody outside can name and each of its copies finds.
    private string SecondKey(Letter letter) => house.Key.Derive("second-mail", letter.ThreadId, Sender(letter), LetterPrint.Of(letter));

    private static string Sender(Letter letter) => letter.Sender?.Key ?? "";
}

/// <summary>Who has a mail's Message-ID.</summary>
/// <param name="Key">Under which key this mail has its place or may claim one.</param>
/// <param name="Own">This mail's claim from an earlier delivery; null when it has none yet.</param>
/// <param name="Earlier">Another mail's claim on the same Message-ID; null when there is none.</param>
public sealed record MailPlace(string Key, MailClaim? Own, MailClaim? Earlier);
