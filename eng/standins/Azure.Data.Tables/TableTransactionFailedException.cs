using System.Globalization;
using Azure.Data.Tables.Internal;

namespace Azure.Data.Tables;

/// <summary>A transaction of which nothing was carried out.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(requestFailedException.Status, requestFailedException.Message, requestFailedException.ErrorCode, requestFailedException.InnerException)
    {
        FailedTransactionActionIndex = requestFailedException.Data[ErrorParser.FailedIndex] is string index
            ? int.Parse(index, CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>Which action failed, from 0; null when the service does not say.</summary>
    public int? FailedTransactionActionIndex { get; }
}
