using System.Text;
using Mailroom.LocalHost.Demo;

namespace Mailroom.LocalHost.Tests.Demo;

public sealed class PlaceholdersTests
{
    private static readonly SentMail Ack = new("out/1.eml", "ack.abc@swallowpay.example", "support+t@swallowpay.example", "Re: x");

    [Fact]
    public void Both_placeholders_are_filled_and_other_bytes_stay()
    {
        byte[] raw =
        [
            .. Encoding.ASCII.GetBytes("In-Reply-To: <{{ack-message-id:01-a.eml}}>\r\nTo: <{{ack-reply-to:01-a.eml}}>\r\n\r\n"),
            0xC4, 0xE3, 0x00, 0xFF,
        ];

        var (filled, missing) = Placeholders.Fill(raw, file => file == "01-a.eml" ? Ack : null);

        Assert.Null(missing);
        Assert.Equal(
            [
                .. Encoding.ASCII.GetBytes("In-Reply-To: <ack.abc@swallowpay.example>\r\nTo: <support+t@swallowpay.example>\r\n\r\n"),
                0xC4, 0xE3, 0x00, 0xFF,
            ],
            filled);
    }

    [Fact]
    public void A_letter_without_its_acknowledgement_is_not_filled()
    {
        var (filled, missing) = Placeholders.Fill("To: {{ack-reply-to:02-b.eml}}"u8.ToArray(), _ => null);

        Assert.Null(filled);
        Assert.Equal("02-b.eml", missing);
    }

    [Fact]
    public void Every_sample_placeholder_names_a_sample_letter()
    {
        var opening = SampleLetters.Wave(answers: false);
        var asked = new List<string>();
        foreach (var file in SampleLetters.Wave(answers: true))
        {
            Placeholders.Fill(File.ReadAllBytes(Path.Combine(SampleLetters.Folder, file)), name =>
            {
                asked.Add(name);
                return Ack;
            });
        }

        Assert.NotEmpty(asked);
        Assert.All(asked, name => Assert.Contains(name, opening));
    }
}
