namespace Mailroom.Support.Imap;

/// <summary>The files of a private Dovecot.</summary>
internal static class DovecotConfiguration
{
    /// <summary>How it checks tokens: by our key, whose user is the token's subject.</summary>
    public static string Tokens(string folder) => $"""
        introspection_mode = local
        local_validation_key_dict = fs:posix:prefix={folder}/keys/
        username_attribute = sub

        """;

    /// <summary>The main file.</summary>
    /// <param name="folder">Where all of it lies.</param>
    /// <param name="ports">Plain and STARTTLS; TLS from the first byte.</param>
    public static string Main(string folder, int[] ports) => $$"""
        base_dir = {{folder}}/run
        state_dir = {{folder}}/state
        log_path = {{folder}}/log
        protocols = imap
        listen = 127.0.0.1
        ssl = yes
        ssl_cert = <{{folder}}/server.pem
        ssl_key = <{{folder}}/server.key
        disable_plaintext_auth = no
        auth_mechanisms = plain login xoauth2
        auth_failure_delay = 0
        mail_location = maildir:{{folder}}/mail/%u
        mail_uid = nobody
        mail_gid = nogroup
        first_valid_uid = 1
        first_valid_gid = 1
        mail_max_userip_connections = 50
        default_login_user = nobody
        default_internal_user = nobody
        default_internal_group = nogroup
        passdb {
          driver = passwd-file
          mechanisms = plain login
          args = scheme=PLAIN username_format=%u {{folder}}/users
        }
        passdb {
          driver = oauth2
          mechanisms = xoauth2
          args = {{folder}}/tokens.conf
        }
        userdb {
          driver = static
          args = uid=nobody gid=nogroup home={{folder}}/mail/%u
        }
        namespace inbox {
          inbox = yes
        }
        service imap-login {
          chroot =
          inet_listener imap {
            port = {{ports[0]}}
          }
          inet_listener imaps {
            port = {{ports[1]}}
            ssl = yes
          }
        }
        service anvil {
          chroot =
        }
        service auth {
          unix_listener {{folder}}/sign-in {
            mode = 0666
          }
        }

        """;
}
