using Mailroom.Core.Intake;
using Mailroom.Core.Mail;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Tables;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>Looks up what the intake rules need to know about a mail.</summary>
public sealed class FactsLookup(MailIndexStore index, MergedTickets merged, HouseRules house)
{
    // A hostile mail may name thousands of ids; each costs a request.
    private const int MaxReferences = 10;
    private const int MaxTickets = 10;

    /// <summary>What the mail itself says; nothing is looked up.</summary>
    public IntakeFacts About(MailInHand mail, Letter letter) => new()
    {
        ReceivedAt = mail.ReceivedAt,
        Letter = letter,
        Marks = AutomaticMail.Inspect(letter, house.Policy.Company.OwnMail),
        Trust = SenderCheck.Assess(letter, house.Policy.Company.TrustedReceivers),
        Reopen = house.Policy.Reopen,
    };

    /// <summary>The facts about a mail, but for who had its Message-ID before.</summary>
    public async Task<IntakeFacts> GatherAsync(MailInHand mail, Letter letter, CancellationToken cancellation) => About(mail, letter) with
    {
        Tokens = await MatchesAsync(ReplyToken.Find(house.Key, letter), cancellation),
        Subject = await MatchesAsync(SubjectNumbers.Find(letter.Subject).Select(n => new TokenProof(n, ProofKind.SubjectNumber, "Subject")), cancellation),
        References = await ReferencesAsync(letter, cancellation),
        Bounced = await BouncedAsync(letter, cancellation),
    };

    /// <summary>The mail that had the Message-ID before; null when none had.</summary>
    public static EarlierMail? Earlier(MailClaim? claim) =>
        claim is null ? null : new EarlierMail(claim.Sha256, claim.Ticket, claim.Sender, claim.Print);

    private async Task<IReadOnlyList<TicketMatch>> ReferencesAsync(Letter letter, CancellationToken cancellation)
    {
        var own = letter.ThreadId;
        var ids = letter.InReplyTo.Select(id => (Place: "In-Reply-To", Id: id))
            .Concat(letter.References.Reverse().Select(id => (Place: "References", Id: id)))
            .Where(p => p.Id != own)
            .DistinctBy(p => p.Id, StringComparer.Ordinal)
            .Take(MaxReferences)
            .ToList();
        var claims = await Task.WhenAll(ids.Select(p => index.FindAsync(p.Id, cancellation)));
        var proofs = ids.Zip(claims).Where(p => p.Second is not null).Select(p => new TokenProof(p.Second!.Ticket, ProofKind.KnownMessageId, p.First.Place));
        return await MatchesAsync(proofs, cancellation);
    }

    // Only a token of ours proves that a mail of ours bounced; anybody can name a customer's Message-ID.
    private async Task<TicketMatch?> BouncedAsync(Letter letter, CancellationToken cancellation)
    {
        if (letter.Report?.OriginalMessageId is not { } original)
        {
            return null;
        }

        var proofs = ReplyToken.Find(house.Key, new Letter { Sha256 = letter.Sha256, InReplyTo = [original] });
        var matches = await MatchesAsync(proofs.Select(p => p with { Place = "the Message-ID in the delivery report" }), cancellation, follows: false);
        return matches.Count > 0 ? matches[0] : null;
    }

    // A person's answer goes to the ticket that goes on; a bounce stays with the ticket whose mail it was.
    private async Task<IReadOnlyList<TicketMatch>> MatchesAsync(IEnumerable<TokenProof> proofs, CancellationToken cancellation, bool follows = true)
    {
        var best = proofs.GroupBy(p => p.Ticket).Take(MaxTickets).ToList();
        var ways = await Task.WhenAll(best.Select(p => merged.WayOfAsync(p.Key, cancellation)));
        return [.. best.Zip(ways).Where(p => p.Second.Count > 0).Select(p => Match([.. p.First], follows ? p.Second : [p.Second[0]]))
            .GroupBy(m => m.Ticket).Select(same => same.First() with { Proofs = [.. same.SelectMany(m => m.Proofs)] })];
    }

    private static TicketMatch Match(IReadOnlyList<TokenProof> proofs, IReadOnlyList<Ticket> way)
    {
        var last = way[^1];
        TicketNumber? from = way.Count == 1 ? null : proofs[0].Ticket;
        var place = from is null ? proofs[0].Place : $"{proofs[0].Place}, merged from {from}";
        return new TicketMatch(last.Number, TicketMerging.People(way), place)
        {
            ResolvedAt = last.ResolvedAt,
            Proofs = [.. proofs.Select(p => new JoinProof(p.Kind, p.Place, from))],
        };
    }
}
