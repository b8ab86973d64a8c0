using Mailroom.Core.Mail;
using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Mail;

public sealed class MailEnvelopeTests
{
    [Fact]
    public void Brackets_control_characters_and_repeated_recipients_go()
    {
        var envelope = MailEnvelope.Of(" <li@mail.example>\r\n", ["<a@b.example>", "A@B.example", "", "c@d.example"]);

        Assert.Equal("li@mail.example", envelope.Sender);
        Assert.Equal(["a@b.example", "c@d.example"], envelope.Recipients);
    }

    [Theory]
    [InlineData("<>", true)]
    [InlineData("", true)]
    [InlineData("li@mail.example", false)]
    [InlineData(null, false)]
    public void Only_a_named_null_sender_asks_for_silence(string? sender, bool isSilent)
    {
        var letter = Letters.Letter() with { Envelope = MailEnvelope.Of(sender, []) };

        Assert.Equal(isSilent, AutomaticMail.Inspect(letter, Letters.Own).NoReply);
        Assert.Equal(MailKind.Human, AutomaticMail.Inspect(letter, Letters.Own).Kind);
    }

    [Fact]
    public void A_delivery_that_names_a_sender_outweighs_one_without()
    {
        var together = MailEnvelope.Together([MailEnvelope.Of("", ["a@b.example"]), MailEnvelope.Of("li@mail.example", ["c@d.example"])]);

        Assert.Equal("li@mail.example", together.Sender);
        Assert.Equal(["a@b.example", "c@d.example"], together.Recipients);
    }

    [Fact]
    public void Our_token_in_the_envelopes_recipient_names_the_ticket()
    {
        var key = new SigningKey(new byte[SigningKey.MinimumLength]);
        var address = ReplyToken.PlusAddress(key, Facts.Ticket, new MailAddress("", Letters.Support));
        var letter = Letters.Letter() with { Envelope = MailEnvelope.Of("li@mail.example", [address.Address]) };

        var proof = Assert.Single(ReplyToken.Find(key, letter));

        Assert.Equal(new TokenProof(Facts.Ticket, ProofKind.ReplyAddress, "the envelope's recipient"), proof);
    }
}
