using System.Net;
using System.Text;
using Mailroom.Functions.Desk;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Mailroom.Functions.Tests.Desk;

public sealed class DeskAccessTests
{
    private static readonly string Signed = Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"auth_typ":"aad","claims":[{"typ":"oid","val":"1"}]}"""));

    [Theory]
    [InlineData("127.0.0.1", "localhost")]
    [InlineData("::1", "[::1]")]
    [InlineData("127.0.0.1", "127.0.0.1")]
    public void A_developer_at_his_own_machine_gets_in(string remote, string host)
    {
        var request = Request(remote, host, null);

        var allowed = DeskAccess.Allows(request, Settings(("AZURE_FUNCTIONS_ENVIRONMENT", "Development")));

        Assert.True(allowed);
    }

    [Theory]
    [InlineData("10.0.0.7", "localhost")]
    [InlineData("127.0.0.1", "evil.example")]
    [InlineData(null, "localhost")]
    public void Development_lets_in_nobody_from_elsewhere(string? remote, string host)
    {
        var request = Request(remote, host, Signed);

        var allowed = DeskAccess.Allows(request, Settings(("AZURE_FUNCTIONS_ENVIRONMENT", "Development")));

        Assert.False(allowed);
    }

    [Fact]
    public void Development_means_nothing_in_Azure()
    {
        var request = Request("127.0.0.1", "localhost", null);

        var allowed = DeskAccess.Allows(request, Settings(("AZURE_FUNCTIONS_ENVIRONMENT", "Development"), ("WEBSITE_INSTANCE_ID", "0a1b")));

        Assert.False(allowed);
    }

    [Fact]
    public void A_person_whom_the_platform_signed_in_gets_in()
    {
        var request = Request("10.0.0.7", "desk.example", Signed);

        var allowed = DeskAccess.Allows(request, Settings(("WEBSITE_AUTH_ENABLED", "True")));

        Assert.True(allowed);
    }

    [Fact]
    public void A_forged_principal_is_refused_where_the_platform_signs_nobody_in()
    {
        var request = Request("10.0.0.7", "desk.example", Signed);

        var allowed = DeskAccess.Allows(request, Settings());

        Assert.False(allowed);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("e30=")]
    [InlineData("W10=")]
    [InlineData("eyJjbGFpbXMiOltdfQ==")]
    public void A_principal_without_claims_is_nobody(string? header)
    {
        var request = Request("10.0.0.7", "desk.example", header);

        var allowed = DeskAccess.Allows(request, Settings(("WEBSITE_AUTH_ENABLED", "True")));

        Assert.False(allowed);
    }

    private static HttpRequest Request(string? remote, string host, string? principal)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);
        context.Request.Host = new HostString(host);
        if (principal is not null)
        {
            context.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = principal;
        }

        return context.Request;
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, string? (s) => s.Value)).Build();
}
