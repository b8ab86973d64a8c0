using Mailroom.Core.Mail;
using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Tickets;

public sealed class ReplyTokenTests
{
    private static readonly MailAddress Support = new("Support", "support@pay.example");
    private static readonly TicketNumber First = TicketNumber.Derive(Policies.Key, "first", 0);
    private static readonly TicketNumber Second = TicketNumber.Derive(Policies.Key, "second", 0);

    [Fact]
    public void A_message_id_carries_mail_ticket_and_token_in_64_characters()
    {
        var id = MessageId(First);

        Assert.Matches("^[0-9a-z]{26}\\.mr[0-9a-z]{8}\\.[0-9a-z]{26}@pay\\.example$", id);
        Assert.Equal(64, id.IndexOf('@', StringComparison.Ordinal));
    }

    [Fact]
    public void The_reply_address_carries_the_token_as_plus_part()
    {
        var address = ReplyToken.PlusAddress(Policies.Key, First, Support);

        Assert.Matches("^support\\+mr[0-9a-z]{8}-[0-9a-z]{26}@pay\\.example$", address.Address);
        Assert.Equal("Support", address.Name);
    }

    [Theory]
    [InlineData("To")]
    [InlineData("Cc")]
    [InlineData("In-Reply-To")]
    [InlineData("References")]
    [InlineData("Delivered-To")]
    [InlineData("X-Original-To")]
    [InlineData("Envelope-To")]
    public void A_token_is_found_wherever_a_reply_may_carry_it(string place)
    {
        var plus = ReplyToken.PlusAddress(Policies.Key, First, Support);
        var letter = place switch
        {
            "To" => Letter() with { To = [plus] },
            "Cc" => Letter() with { Cc = [plus] },
            "In-Reply-To" => Letter() with { InReplyTo = [MessageId(First)] },
            "References" => Letter() with { References = ["older@mail.example", MessageId(First)] },
            _ => Letter().With(place.ToUpperInvariant(), $"<{plus.Address}>"),
        };

        var proof = Assert.Single(ReplyToken.Find(Policies.Key, letter));

        var kind = place is "In-Reply-To" or "References" ? ProofKind.TokenMessageId : ProofKind.ReplyAddress;
        Assert.Equal(new TokenProof(First, kind, place), proof);
    }

    [Fact]
    public void The_newest_reference_comes_first_and_every_place_once()
    {
        var letter = Letter() with { InReplyTo = [MessageId(Second)], References = [MessageId(Second), MessageId(First), "other@mail.example"] };

        var found = ReplyToken.Find(Policies.Key, letter);

        Assert.Equal(
            [
                new(Second, ProofKind.TokenMessageId, "In-Reply-To"),
                new(First, ProofKind.TokenMessageId, "References"),
                new(Second, ProofKind.TokenMessageId, "References"),
            ],
            found);
    }

    [Fact]
    public void Another_case_of_letters_still_proves() =>
        Assert.Single(ReplyToken.Find(Policies.Key, Letter() with { InReplyTo = [MessageId(First).ToUpperInvariant()] }));

    [Fact]
    public void A_token_of_another_ticket_another_key_or_with_one_wrong_character_proves_nothing()
    {
        var id = MessageId(First);
        var at = id.IndexOf('@', StringComparison.Ordinal);
        var stranger = new SigningKey(new byte[SigningKey.MinimumLength]);
        string[] forged =
        [
            id[..(at - 1)] + (id[at - 1] == '0' ? '1' : '0') + id[at..],
            MessageId(Second)[..27] + id[27..37] + MessageId(Second)[37..],
            ReplyToken.MessageId(stranger, First, "mail", "pay.example"),
            id.Replace('.', '!'),
            id[..at],
            "@pay.example",
            "",
        ];

        Assert.Empty(ReplyToken.Find(Policies.Key, Letter() with { InReplyTo = forged, References = forged }));
    }

    [Fact]
    public void Only_so_many_places_are_looked_at()
    {
        var flood = Enumerable.Range(0, 5000).Select(i => $"{i}@mail.example").ToList();

        Assert.Empty(ReplyToken.Find(Policies.Key, Letter() with { References = [MessageId(First), .. flood] }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("twenty-seven-characters-lon")]
    public void A_mail_id_that_fits_no_message_id_is_refused(string mailId) =>
        Assert.Throws<ArgumentException>(() => ReplyToken.MessageId(Policies.Key, First, mailId, "pay.example"));

    private static string MessageId(TicketNumber ticket) =>
        ReplyToken.MessageId(Policies.Key, ticket, Policies.Key.Derive("test", ticket.Value), "pay.example");

    private static Letter Letter() => new() { Sha256 = "00" };
}
