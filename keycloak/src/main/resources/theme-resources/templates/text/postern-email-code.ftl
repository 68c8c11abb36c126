<#ftl output_format="plainText">
${msg("posternCodeBody", code, minutes)}
