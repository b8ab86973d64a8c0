using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Mailroom.Support.Tls;

/// <summary>A certificate authority that this process and its children trust beside the machine's own, as long as they run.</summary>
public static partial class TestAuthority
{
    // OpenSSL's name for the file of further roots; .NET reads it when it first checks a certificate.
    private const string RootsVariable = "SSL_CERT_FILE";

    private static readonly DateTimeOffset From = DateTimeOffset.UtcNow.AddDays(-1);
    private static readonly X509Certificate2 Root = MakeRoot();

    /// <summary>A certificate for names or addresses, signed by the authority.</summary>
    public static X509Certificate2 Issue(params string[] names) => Make(names, Root, From.AddDays(2));

    /// <summary>The same, out of date since an hour.</summary>
    public static X509Certificate2 IssueExpired(params string[] names) => Make(names, Root, DateTimeOffset.UtcNow.AddHours(-1));

    /// <summary>A certificate that vouches for itself.</summary>
    public static X509Certificate2 SelfSigned(params string[] names) => Make(names, null, From.AddDays(2));

    /// <summary>Writes a certificate and its key for a server to read.</summary>
    /// <returns>The two files.</returns>
    public static (string Certificate, string Key) Write(X509Certificate2 certificate, string folder, string name)
    {
        var (file, key) = (Path.Combine(folder, name + ".pem"), Path.Combine(folder, name + ".key"));
        File.WriteAllText(file, certificate.ExportCertificatePem());
        File.WriteAllText(key, certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        return (file, key);
    }

#pragma warning disable CA2255 // It must come before the first check of a certificate in this process, whoever makes that.
    [ModuleInitializer]
    internal static void Trust()
#pragma warning restore CA2255
    {
        if (OperatingSystem.IsLinux())
        {
            var file = Path.Combine(Path.GetTempPath(), $"mailroom-test-authority-{Environment.ProcessId}.pem");
            File.WriteAllText(file, Root.ExportCertificatePem());
            Environment.SetEnvironmentVariable(RootsVariable, file);
            _ = SetEnvironment(RootsVariable, file, 1);
            AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(file);
        }
    }

    private static X509Certificate2 MakeRoot()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Mailroom tests", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(From.AddDays(-1), From.AddDays(3));
    }

    private static X509Certificate2 Make(string[] names, X509Certificate2? issuer, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={names[0]}", key, HashAlgorithmName.SHA256);
        var all = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var address))
            {
                all.AddIpAddress(address);
            }
            else
            {
                all.AddDnsName(name);
            }
        }

        request.CertificateExtensions.Add(all.Build());
        using var made = issuer is null
            ? request.CreateSelfSigned(From, until)
            : request.Create(issuer, From, until, RandomNumberGenerator.GetBytes(12)).CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(
            (made.HasPrivateKey ? made : made.CopyWithPrivateKey(key)).Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }

    // .NET keeps environment variables to itself on Unix; the part of it that looks for roots asks the C library.
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}
