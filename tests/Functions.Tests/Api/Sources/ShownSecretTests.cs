using Mailroom.Functions.Api.Sources;

namespace Mailroom.Functions.Tests.Api.Sources;

public sealed class ShownSecretTests
{
    [Theory]
    [InlineData("Authorization", "Bearer a secret for tests only", true)]
    [InlineData("Authorization", "Basic dXNlcjphIHNlY3JldCBmb3IgdGVzdHMgb25seQ==", true)]
    [InlineData("X-Mail-Secret", "a secret for tests only", true)]
    [InlineData("X-Mail-Secret", "a secret for tests onlY", false)]
    [InlineData("X-Mail-Secret", "a secret", false)]
    [InlineData("Authorization", "Basic YSBzZWNyZXQgZm9yIHRlc3RzIG9ubHk=", false)]
    [InlineData("Authorization", "Basic %%%", false)]
    [InlineData("Authorization", "Digest a secret for tests only", false)]
    [InlineData("Authorization", "", false)]
    public void A_secret_is_shown_as_a_password_a_bearer_or_a_header(string header, string value, bool isShown)
    {
        var request = Posts.Request([]);
        request.Headers[header] = value;

        Assert.Equal(isShown, ShownSecret.Is(request, Posts.Secret));
    }
}
