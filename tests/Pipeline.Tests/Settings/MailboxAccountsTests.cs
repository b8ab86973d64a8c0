using Mailroom.Pipeline.Settings;
using Microsoft.Extensions.Configuration;

namespace Mailroom.Pipeline.Tests.Settings;

public sealed class MailboxAccountsTests
{
    [Theory]
    [InlineData("Mailbox__support__")]
    [InlineData("Mailbox:support:")]
    [InlineData("MAILBOX__SUPPORT__")]
    public void A_mailbox_is_read_from_a_file_the_environment_and_Azure_alike(string prefix)
    {
        var mailboxes = Read((prefix + "Host", "imap.example.com"), (prefix + "User", "support@example.com"), (prefix + "Password", "secret"));

        Assert.Empty(mailboxes.Faults);
        Assert.Equal(
            new MailboxAccount("support", "imap.example.com", 993, "tls", "support@example.com", "secret", null, "INBOX", AfterTaking.Leave, "", false),
            Assert.Single(mailboxes.All));
    }

    [Fact]
    public void No_mailbox_is_fine()
    {
        var mailboxes = Read(("MailboxSchedule", "0 * * * * *"), ("MailboxMostPerRun", "5"));

        Assert.Empty(mailboxes.All);
        Assert.Empty(mailboxes.Faults);
    }

    [Fact]
    public void An_application_signs_in_instead_of_a_password()
    {
        var mailboxes = Read([.. Sound(), ("Mailbox__a__Password", ""), ("Mailbox__a__TenantId", "t"), ("Mailbox__a__ClientId", "c"), ("Mailbox__a__ClientSecret", "s")]);

        Assert.Empty(mailboxes.Faults);
        Assert.Equal(new MailApplication("t", "c", "s"), Assert.Single(mailboxes.All).Application);
    }

    [Theory]
    [InlineData("Host", "", "Mailbox__a__Host is missing.")]
    [InlineData("User", "", "Mailbox__a__User is missing.")]
    [InlineData("Password", "", "Mailbox__a__Password: give either a password")]
    [InlineData("ClientId", "c", "Mailbox__a__ClientId: XOAUTH2 needs")]
    [InlineData("Passwort", "x", "Mailbox__a__Passwort is no part of a mailbox")]
    [InlineData("Port", "many", "Mailbox__a__Port is no whole number")]
    [InlineData("Security", "ssl", "Mailbox__a__Security is \"ssl\"")]
    [InlineData("Security", "none", "only encrypted")]
    [InlineData("After", "delete", "Mailbox__a__After is \"delete\"")]
    [InlineData("After", "move", "Mailbox__a__MoveTo names the folder")]
    [InlineData("MoveTo", "Archive", "Mailbox__a__MoveTo names the folder")]
    [InlineData("Start", "yesterday", "Mailbox__a__Start is \"yesterday\"")]
    public void A_fault_says_what_is_wrong_and_the_mailbox_is_not_polled(string part, string value, string said)
    {
        var mailboxes = Read([.. Sound(), ($"Mailbox__a__{part}", value)]);

        Assert.Contains(mailboxes.Faults, f => f.Contains(said, StringComparison.Ordinal));
        Assert.Empty(mailboxes.All);
    }

    private static (string, string)[] Sound() =>
        [("Mailbox__a__Host", "imap.example.com"), ("Mailbox__a__User", "a@example.com"), ("Mailbox__a__Password", "secret")];

    private static MailboxAccounts Read(params (string Name, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>();
        foreach (var (name, value) in settings)
        {
            values[name] = value;
        }

        return MailboxAccounts.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
    }
}
