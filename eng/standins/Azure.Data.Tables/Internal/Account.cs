using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Internal;

/// <summary>An account's tables: where they are, and the pipeline that reaches them.</summary>
internal sealed class Account
{
    private Account(Uri endpoint, string name, TableClientOptions options, HttpPipelinePolicy authentication)
    {
        Endpoint = endpoint;
        Name = name;
        Version = options.Version;
        var pipeline = new HttpPipelineOptions(options)
        {
            ResponseClassifier = new ResponseClassifier(),
            RequestFailedDetailsParser = ErrorParser.Shared,
        };
        if (authentication is not null)
        {
            pipeline.PerRetryPolicies.Add(authentication);
        }

        Pipeline = HttpPipelineBuilder.Build(pipeline);
    }

    public Uri Endpoint { get; }

    public string Name { get; }

    public string Version { get; }

    public HttpPipeline Pipeline { get; }

    public static Account Of(string connectionString, TableClientOptions options)
    {
        var parsed = ConnectionString.Parse(connectionString);
        return new(parsed.Endpoint, parsed.AccountName, options ?? new(), parsed.Authentication);
    }

    public static Account Of(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        return new(endpoint, credential.AccountName, options ?? new(), new SharedKeyPolicy(credential));
    }

    public static Account Of(Uri endpoint, TokenCredential credential, TableClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        options ??= new();
        var scope = (options.Audience ?? TableAudience.AzurePublicCloud).Scope;
        return new(endpoint, ConnectionString.AccountOf(endpoint), options, new BearerTokenAuthenticationPolicy(credential, scope));
    }
}
