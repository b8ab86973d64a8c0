using Mailroom.Pipeline.Settings;

namespace Mailroom.Pipeline.Tests.Settings;

public sealed class DeliveryRulesTests
{
    [Theory]
    [InlineData("", "", "", "", "")]
    [InlineData("agent", "secret", "", "", "")]
    [InlineData("support@wallet.example", "", "tenant.example", "client", "secret")]
    public void A_server_without_sign_in_a_password_and_an_application_are_each_fine(
        string user, string password, string tenant, string client, string secret) =>
        Assert.Empty(Faults(user, password, (tenant, client, secret)));

    [Theory]
    [InlineData("agent", "", "", "", "", "SmtpPassword is missing")]
    [InlineData("box", "", "tenant", "client", "", "SmtpClientId: XOAUTH2 needs SmtpTenantId, SmtpClientId and SmtpClientSecret.")]
    [InlineData("", "", "tenant", "client", "secret", "SmtpUser is missing; it names the mailbox")]
    [InlineData("box", "password", "tenant", "client", "secret", "SmtpPassword: give either a password or SmtpClientId")]
    [InlineData("box", "", "our tenant", "client", "secret", "SmtpTenantId is \"our tenant\"")]
    public void A_sign_in_that_cannot_be_is_told_with_what_to_do(
        string user, string password, string tenant, string client, string secret, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Faults(user, password, (tenant, client, secret))), StringComparison.Ordinal);

    private static List<string> Faults(string user, string password, (string Tenant, string Client, string Secret) application) =>
    [
        .. DeliveryRules.Faults(new MailroomSettings
        {
            MailDelivery = "smtp",
            SmtpHost = "smtp.example.com",
            SmtpUser = user,
            SmtpPassword = password,
            SmtpTenantId = application.Tenant,
            SmtpClientId = application.Client,
            SmtpClientSecret = application.Secret,
        }),
    ];
}
