using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Mailroom.Pipeline.Adapters.Tls;
using Mailroom.Support.Tls;

namespace Mailroom.Pipeline.Tests.Adapters.Tls;

public sealed class ServerCertificateTests
{
    [Fact]
    public void An_authority_that_does_not_say_what_it_revoked_stops_no_mail()
    {
        using var certificate = TestAuthority.Issue("mail.example.com");
        using var chain = Chain(certificate);
        var check = new ServerCertificate("mail.example.com");

        Assert.Contains(chain.ChainStatus, s => s.Status == X509ChainStatusFlags.RevocationStatusUnknown);
        Assert.True(check.Accepts(this, certificate, chain, SslPolicyErrors.RemoteCertificateChainErrors));
        Assert.Null(check.Fault);
    }

    [Fact]
    public void A_certificate_without_authority_stops_it()
    {
        using var certificate = TestAuthority.SelfSigned("mail.example.com");
        using var chain = Chain(certificate);
        var check = new ServerCertificate("mail.example.com");

        Assert.False(check.Accepts(this, certificate, chain, SslPolicyErrors.RemoteCertificateChainErrors));
        Assert.Contains("nobody whom this machine trusts", check.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void What_another_server_wrote_into_its_certificate_is_told_bounded_and_without_odd_signs()
    {
        using var certificate = TestAuthority.Issue([.. Enumerable.Range(1, 9).Select(n => $"a{n}_<b>.example")]);
        var check = new ServerCertificate("mail.example.com");

        Assert.False(check.Accepts(this, certificate, null, SslPolicyErrors.RemoteCertificateNameMismatch));
        Assert.Equal(
            "The server mail.example.com is not to be trusted: its certificate is for a1b.example, a2b.example, a3b.example, a4b.example, a5b.example, not for mail.example.com",
            check.Fault);
    }

    [Fact]
    public void No_certificate_is_no_server_of_ours()
    {
        var check = new ServerCertificate("mail.example.com");

        Assert.False(check.Accepts(this, null, null, SslPolicyErrors.RemoteCertificateNotAvailable));
        Assert.EndsWith("it shows no certificate", check.Fault, StringComparison.Ordinal);
    }

    private static X509Chain Chain(X509Certificate2 certificate)
    {
        var chain = new X509Chain { ChainPolicy = { RevocationMode = X509RevocationMode.Online, RevocationFlag = X509RevocationFlag.ExcludeRoot } };
        chain.Build(certificate);
        return chain;
    }
}
