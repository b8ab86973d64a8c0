using Mailroom.Support.Tls;

namespace Mailroom.Support.Smtp;

/// <summary>The files of a private Postfix.</summary>
internal static class PostfixConfiguration
{
    /// <summary>main.cf: one box for every address of the world, nothing shared with a Postfix of the machine, and no TLS session that one door would resume for another.</summary>
    public static string Main(string folder, string signInSocket) => $$"""
        compatibility_level = 3.6
        queue_directory = {{folder}}/spool
        data_directory = {{folder}}/data
        command_directory = /usr/sbin
        daemon_directory = {{PostfixServer.Daemons}}
        maillog_file = {{folder}}/log
        maillog_file_prefixes = {{folder}}
        mail_owner = postfix
        setgid_group = postdrop
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        myhostname = mx.wallet.example
        mydestination =
        mynetworks = 127.0.0.0/8
        alias_maps =
        alias_database =
        local_recipient_maps =
        virtual_mailbox_domains = static:all
        virtual_mailbox_maps = static:box/
        virtual_mailbox_base = {{folder}}/mail
        virtual_uid_maps = static:65534
        virtual_gid_maps = static:65534
        virtual_minimum_uid = 1
        smtpd_error_sleep_time = 0
        smtpd_recipient_restrictions = check_recipient_access texthash:{{folder}}/recipients, permit
        smtpd_end_of_data_restrictions = check_recipient_access texthash:{{folder}}/ends, permit
        smtpd_sasl_type = dovecot
        smtpd_sasl_path = {{signInSocket}}
        smtpd_tls_session_cache_database =
        tls_ssl_options = NO_TICKET

        """;

    /// <summary>master.cf: a listener for each door, and the least that takes and delivers mail.</summary>
    public static string Services(string folder, Func<PostfixDoor, int> port) =>
        string.Concat(Enum.GetValues<PostfixDoor>().Select(door =>
            $"127.0.0.1:{port(door)} inet n - n - - smtpd -o max_use=1 {string.Join(' ', Options(folder, door).Select(o => "-o " + o))}\n")) + """
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        verify unix - - n - 1 verify
        error unix - - n - - error
        discard unix - - n - - discard
        virtual unix - n n - - virtual
        anvil unix - - n - 1 anvil
        tlsmgr unix - - n 1000? 1 tlsmgr
        scache unix - - n - 1 scache
        postlog unix-dgram n - n - 1 postlogd

        """;

    /// <summary>Writes the certificates that the doors show.</summary>
    public static void WriteCertificates(string folder)
    {
        using var good = TestAuthority.Issue("localhost");
        using var self = TestAuthority.SelfSigned("localhost");
        using var old = TestAuthority.IssueExpired("localhost");
        TestAuthority.Write(good, folder, "good");
        TestAuthority.Write(self, folder, "self");
        TestAuthority.Write(old, folder, "old");
    }

    private static string[] Options(string folder, PostfixDoor door) => door switch
    {
        PostfixDoor.Plain => [],
        PostfixDoor.StartTls => Tls(folder, "good"),
        PostfixDoor.Tls => [.. Tls(folder, "good"), "smtpd_tls_wrappermode=yes"],
        PostfixDoor.SelfSigned => Tls(folder, "self"),
        PostfixDoor.Expired => Tls(folder, "old"),
        PostfixDoor.BrokenTls => Tls(folder, "missing"),
        PostfixDoor.SignIn =>
        [
            .. Tls(folder, "good"), "smtpd_sasl_auth_enable=yes", "smtpd_tls_auth_only=yes",
            "smtpd_client_restrictions=permit_sasl_authenticated,reject",
        ],
        PostfixDoor.Old => ["smtpd_discard_ehlo_keywords=8bitmime,smtputf8,chunking,pipelining"],
        PostfixDoor.Strict => ["smtpd_hard_error_limit=1"],
        _ => throw new ArgumentOutOfRangeException(nameof(door), door, "No row says how this door listens."),
    };

    private static string[] Tls(string folder, string certificate) =>
        ["smtpd_tls_security_level=may", $"smtpd_tls_cert_file={folder}/{certificate}.pem", $"smtpd_tls_key_file={folder}/{certificate}.key"];
}
