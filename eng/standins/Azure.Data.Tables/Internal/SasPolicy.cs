using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Internal;

/// <summary>Adds a shared access signature to each request.</summary>
internal sealed class SasPolicy(string signature) : HttpPipelineSynchronousPolicy
{
    private readonly string _signature = signature.TrimStart('?');

    public override void OnSendingRequest(HttpMessage message)
    {
        var query = message.Request.Uri.Query;
        if (!query.Contains(_signature, StringComparison.Ordinal))
        {
            message.Request.Uri.Query = query.Length == 0 ? _signature : $"{query}&{_signature}";
        }
    }
}
