using Azure.Core;
using Azure.Core.Pipeline;

namespace Mailroom.Support.Fakes;

/// <summary>Counts the table rows that storage answers, for proofs of what a query reads.</summary>
public sealed class RowCounter : HttpPipelineSynchronousPolicy
{
    private int _rows;

    /// <summary>How many rows came since the last reset.</summary>
    public int Rows => _rows;

    /// <summary>Starts again from nothing.</summary>
    public void Reset() => _rows = 0;

    /// <inheritdoc/>
    public override void OnReceivedResponse(HttpMessage message)
    {
        // Only a query or a point read of a table answers rows, and each row names its key once.
        // A mail's bytes are streamed, and are none of it.
        if (message.Request.Method == RequestMethod.Get && message.Response.ContentStream is MemoryStream)
        {
            Interlocked.Add(ref _rows, message.Response.Content.ToString().Split("\"RowKey\":").Length - 1);
        }
    }
}
