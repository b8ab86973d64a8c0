using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace Mailroom.Pipeline.Adapters.Storage;

/// <summary>How storage is reached: by a connection string, or by an identity at three addresses.</summary>
/// <param name="ConnectionString">The connection string; null for an identity.</param>
/// <param name="Tables">Address of the tables, for an identity.</param>
/// <param name="Blobs">Address of the blobs, for an identity.</param>
/// <param name="Queues">Address of the queues, for an identity.</param>
/// <param name="Credential">"managedidentity", or empty for whatever identity is at hand.</param>
/// <param name="ClientId">The user-assigned identity's client id; null for the system's own.</param>
public sealed record StorageConnection(
    string? ConnectionString, Uri? Tables, Uri? Blobs, Uri? Queues, string? Credential, string? ClientId)
{
    /// <summary>The setting's name: a string, or the prefix of the identity's settings.</summary>
    public const string Name = "MailStorage";

    /// <summary>Reads the connection from flat settings, as the Functions host reads its own (MailStorage__accountName and others).</summary>
    public static StorageConnection Read(IConfiguration configuration) => new(
        configuration[Name] is { Length: > 0 } text ? text : null,
        Address(configuration, "table"),
        Address(configuration, "blob"),
        Address(configuration, "queue"),
        Part(configuration, "credential"),
        Part(configuration, "clientId"));

    /// <summary>What is wrong with the connection, in sentences; none when it can be used.</summary>
    public IEnumerable<string> Faults()
    {
        if (ConnectionString is { } text)
        {
            if (!IsConnectionString(text))
            {
                yield return $"{Name} is not a storage connection string; use the one that the portal shows, "
                    + "or UseDevelopmentStorage=true for Azurite.";
            }
        }
        else if (Tables is null || Blobs is null || Queues is null)
        {
            yield return $"{Name} is missing: give a connection string (UseDevelopmentStorage=true for Azurite), or for an identity "
                + $"{Name}__accountName, or all of {Name}__tableServiceUri, {Name}__blobServiceUri and {Name}__queueServiceUri.";
        }
    }

    /// <summary>The identity that signs requests where there is no connection string.</summary>
    public TokenCredential Identity() =>
        string.Equals(Credential, "managedidentity", StringComparison.OrdinalIgnoreCase)
            ? new ManagedIdentityCredential(ClientId is null
                ? ManagedIdentityId.SystemAssigned
                : ManagedIdentityId.FromUserAssignedClientId(ClientId))
            : new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = ClientId });

    private static Uri? Address(IConfiguration configuration, string service)
    {
        var address = Part(configuration, service + "ServiceUri")
            ?? (Part(configuration, "accountName") is { } account ? $"https://{account}.{service}.core.windows.net" : null);
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : null;
    }

    // The environment turns "__" into ":"; a settings file may keep it as it is.
    private static string? Part(IConfiguration configuration, string part) =>
        (configuration[$"{Name}:{part}"] ?? configuration[$"{Name}__{part}"]) is { Length: > 0 } value ? value : null;

    private static bool IsConnectionString(string text)
    {
        try
        {
            _ = new Azure.Storage.Queues.QueueServiceClient(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
