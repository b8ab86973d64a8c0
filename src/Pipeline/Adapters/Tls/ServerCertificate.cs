using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Mailroom.Pipeline.Adapters.Tls;

/// <summary>
/// Whether a mail server is the one that we asked for, and why not in a sentence that a person can act on.
/// A certificate of which nobody could say just now whether it was revoked is taken: otherwise mail would stop whenever a list of revoked ones is away.
/// </summary>
/// <param name="host">Whom we asked for.</param>
public sealed class ServerCertificate(string host)
{
    private const int MostNames = 5;
    private const int LongestName = 80;

    private const X509ChainStatusFlags NotTold = X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation;

    /// <summary>What is wrong with what the server showed; null when nothing is, or nothing was shown yet.</summary>
    public string? Fault { get; private set; }

    /// <summary>The check, for a mail client.</summary>
    public bool Accepts(object _, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        var chainFaults = (chain?.ChainStatus ?? []).Aggregate(X509ChainStatusFlags.NoError, (all, s) => all | s.Status) & ~NotTold;
        var said = Say(certificate as X509Certificate2, errors, chain is null ? X509ChainStatusFlags.PartialChain : chainFaults);
        Fault = said is null ? null : $"The server {host} is not to be trusted: {said}";
        return said is null;
    }

    private string? Say(X509Certificate2? certificate, SslPolicyErrors errors, X509ChainStatusFlags chain)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            return "it shows no certificate";
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return $"its certificate is for {NamesOf(certificate)}, not for {host}";
        }

        return errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) ? Say(certificate, chain) : null;
    }

    private static string? Say(X509Certificate2 certificate, X509ChainStatusFlags chain)
    {
        bool Has(X509ChainStatusFlags fault) => (chain & fault) != 0;
        return Has(X509ChainStatusFlags.Revoked) ? "its certificate was revoked"
            : Has(X509ChainStatusFlags.NotTimeValid) ? $"its certificate holds from {Moment(certificate.NotBefore)} to {Moment(certificate.NotAfter)}, which is not now"
            : Has(X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain) ? "nobody whom this machine trusts vouches for its certificate"
            : chain != X509ChainStatusFlags.NoError ? $"its certificate is not in order ({chain})"
            : null;
    }

    private static string Moment(DateTime local) => local.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    // What stands in it was written by whoever answers: bounded, and letters only.
    private static string NamesOf(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(e => e.EnumerateDnsNames())
            .Select(n => string.Concat(n.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '*').Take(LongestName)))
            .Take(MostNames).ToList();
        return names.Count == 0 ? "no host's name" : string.Join(", ", names);
    }
}
