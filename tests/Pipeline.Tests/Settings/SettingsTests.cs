using Mailroom.Pipeline.Settings;
using Mailroom.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Mailroom.Pipeline.Tests.Settings;

public sealed class SettingsTests
{
    [Fact]
    public void Sound_settings_are_taken()
    {
        var settings = Read();

        Assert.Equal("mail-received", settings.MailReceivedQueue);
        Assert.Equal(587, settings.SmtpPort);
    }

    [Fact]
    public void All_faults_are_named_at_once()
    {
        var faults = Faults(
            ("MailStorage", ""), ("SigningKey", "c2hvcnQ="), ("SmtpPort", "many"), ("MailReceivedQueue", "Mail_Received"),
            ("SweepSchedule", "* * * * *"), ("MailDelivery", "pigeon"), ("PolicyFile", "nowhere.yaml"), ("DeskAddress", ""));

        Assert.Equal(8, faults.Count);
    }

    [Theory]
    [InlineData("SigningKey", "not base64", "SigningKey is no base64 of at least 32 bytes")]
    [InlineData("SigningKey", "c2hvcnQ=", "SigningKey is no base64 of at least 32 bytes")]
    [InlineData("SigningKey", "", "SigningKey: it is missing")]
    [InlineData("MailStorage", "", "MailStorage is missing")]
    [InlineData("MailStorage", "nonsense", "MailStorage is not a storage connection string")]
    [InlineData("MailReceivedQueue", "ab", "MailReceivedQueue is \"ab\"")]
    [InlineData("MailReceivedQueue", "mail--in", "MailReceivedQueue is \"mail--in\"")]
    [InlineData("DeadlinesQueue", "deadlines-poison", "DeadlinesQueue is \"deadlines-poison\"")]
    [InlineData("DeadlinesQueue", "mail-outgoing", "each needs a queue of its own")]
    [InlineData("DigestSchedule", "0 1 * * *", "DigestSchedule is \"0 1 * * *\"; an NCRONTAB schedule has six fields")]
    [InlineData("MailDelivery", "pigeon", "MailDelivery is \"pigeon\"")]
    [InlineData("OutFolder", "", "OutFolder is missing")]
    [InlineData("SmtpSecurity", "ssl", "SmtpSecurity is \"ssl\"")]
    [InlineData("SmtpPort", "70000", "SmtpPort is no whole number from 1 to 65535")]
    [InlineData("SmtpPort", "many", "SmtpPort is no whole number from 1 to 65535")]
    [InlineData("MaxMailBytes", "1", "MaxMailBytes is no whole number")]
    [InlineData("SmtpUser", "mailroom", "SmtpPassword is missing")]
    [InlineData("PolicyFile", "nowhere.yaml", "PolicyFile is \"nowhere.yaml\"; there is no file")]
    [InlineData("RawMailSecret", "short", "RawMailSecret is shorter than 16 characters")]
    [InlineData("DeskAddress", "desk", "DeskAddress is \"desk\"")]
    [InlineData("PublicAddress", "http://support.example/", "PublicAddress is \"http://support.example/\"")]
    public void A_fault_says_what_is_wrong(string setting, string value, string said)
    {
        var faults = Faults((setting, value));

        Assert.Contains(faults, f => f.Contains(said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("[::1]", true)]
    [InlineData("mail.example.com", false)]
    public void Mail_leaves_the_machine_only_encrypted(string host, bool allowed)
    {
        var faults = Faults(("MailDelivery", "smtp"), ("SmtpHost", host), ("SmtpSecurity", "none"));

        Assert.Equal(allowed, faults.Count == 0);
    }

    [Fact]
    public void Smtp_needs_a_host()
    {
        var fault = Assert.Single(Faults(("MailDelivery", "smtp")));

        Assert.Contains("SmtpHost is missing", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MailStorage:accountName")]
    [InlineData("MailStorage__accountName")]
    public void An_identity_connection_needs_only_the_account(string setting)
    {
        var faults = Faults(("MailStorage", null), (setting, "mailroomprod"));

        Assert.Empty(faults);
    }

    [Fact]
    public void An_identity_connection_may_name_each_service()
    {
        var faults = Faults(
            ("MailStorage", null),
            ("MailStorage:tableServiceUri", "https://a.table.core.windows.net"),
            ("MailStorage:blobServiceUri", "https://a.blob.core.windows.net"),
            ("MailStorage:queueServiceUri", "https://a.queue.core.windows.net"),
            ("MailStorage:credential", "managedidentity"));

        Assert.Empty(faults);
    }

    private static IReadOnlyList<string> Faults(params (string Name, string? Value)[] changes)
    {
        try
        {
            Read(changes);
            return [];
        }
        catch (OptionsValidationException e)
        {
            return [.. e.Failures];
        }
    }

    private static MailroomSettings Read(params (string Name, string? Value)[] changes)
    {
        var values = new Dictionary<string, string?>
        {
            ["MailStorage"] = "UseDevelopmentStorage=true",
            ["PolicyFile"] = RepoRoot.At("src", "Functions", "Policy", "policy.yaml"),
            ["SigningKey"] = Convert.ToBase64String(new byte[32]),
            ["OutFolder"] = "out",
            ["DeskAddress"] = "http://127.0.0.1:7071/",
        };
        foreach (var (name, value) in changes)
        {
            values[name] = value;
        }

        var services = new ServiceCollection();
        services.AddMailroom(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<MailroomSettings>>().Value;
    }
}
